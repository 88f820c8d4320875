// Makes one script of several with esbuild. usage: node scripts.mjs OPTIONS (of esbuild's `build`, as JSON)
import { build } from "esbuild";

await build(JSON.parse(process.argv[2])).catch(({ message }) => {
  console.error(message);
  process.exit(1);
});
