import { cpSync } from 'node:fs';
import { join } from 'node:path';

const { GITHUB_WORKSPACE, INPUT_PATH, INPUT_REPOSITORY, SCENE_REPOSITORIES } = process.env;
cpSync(join(SCENE_REPOSITORIES, INPUT_REPOSITORY), join(GITHUB_WORKSPACE, INPUT_PATH), { recursive: true });
