// local-action calls a function named run; GitHub's runner starts the file. The bundle itself is what runs.
export const run = () => import('../../dist/main.js');
