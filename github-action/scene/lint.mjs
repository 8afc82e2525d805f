// eslint looks for its configuration from the folder that it is started in.
import { chdir } from 'node:process';
import { ESLint } from 'eslint';

chdir(import.meta.dirname);
const eslint = new ESLint({ overrideConfigFile: 'eslint.config.js' });
const results = await eslint.lintFiles(['*.ts', 'github/*.ts']);
console.log(await (await eslint.loadFormatter()).format(results));
process.exitCode = results.some(({ errorCount, warningCount }) => errorCount + warningCount > 0) ? 1 : 0;
