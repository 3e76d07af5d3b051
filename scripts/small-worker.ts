/** A Vite plugin: makes MSW's worker script small in the built page; it is copied there as it is otherwise. */

import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { minify, type Plugin } from 'vite'

export function smallWorker(): Plugin {
  let folder = ''
  return {
    name: 'small-worker',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir)
    },
    async closeBundle() {
      const file = join(folder, 'mockServiceWorker.js')
      const { code } = await minify(file, await readFile(file, 'utf8'))
      await writeFile(file, code)
    },
  }
}
