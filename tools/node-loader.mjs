// Lets Node run the project's TypeScript and import its lexicons: `node --import ./tools/node-loader.mjs tools/….ts`.
import { register } from 'node:module';
import 'tsx';

register('./text-assets.mjs', import.meta.url);
