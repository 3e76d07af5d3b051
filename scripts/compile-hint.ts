/**
 * A Vite plugin: says in the first file that all its functions are called at once. Engines that know this comment (Chromium
 * does) compile them beside the main thread, while the file arrives, and not one by one when each is first called.
 */

import type { Plugin } from 'vite'

export function compileHint(): Plugin {
  return {
    name: 'compile-hint',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, files) {
        for (const file of Object.values(files))
          if (file.type === 'chunk' && file.isEntry) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`
      },
    },
  }
}
