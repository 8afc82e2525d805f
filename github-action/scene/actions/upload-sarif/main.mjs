import { cpSync } from 'node:fs';
import { join } from 'node:path';

const { INPUT_SARIF_FILE, SCENE_UPLOADS } = process.env;
cpSync(INPUT_SARIF_FILE, join(SCENE_UPLOADS, 'uploaded.sarif'));
