import { cpSync } from 'node:fs';
import { join } from 'node:path';

const { INPUT_NAME, INPUT_PATH, SCENE_UPLOADS } = process.env;
cpSync(INPUT_PATH, join(SCENE_UPLOADS, INPUT_NAME), { recursive: true });
