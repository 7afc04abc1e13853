import 'reflect-metadata';
import { runMain } from '#libs/platform';
import { startProgram } from './program.js';

await runMain(startProgram);
