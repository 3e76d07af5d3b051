/** One configuration for the development server, the build and the unit tests. */

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { codeSplitting } from './scripts/chunks.ts'
import { compileHint } from './scripts/compile-hint.ts'
import { contentSecurityPolicy } from './scripts/content-security-policy.ts'
import { lateSha512 } from './scripts/late-sha512.ts'
import { leanRules } from './scripts/lean-rules.ts'
import { lessons } from './scripts/lessons.ts'
import { smallWorker } from './scripts/small-worker.ts'
import { HOSTS } from './src/content/world/hosts.ts'

const here = (path: string) => new URL(path, import.meta.url).pathname

const TESTS = 'src/**/*.test.{ts,tsx}'
/** They replace a module, or go by which schemes were met. */
const ALONE = ['src/**/linear-time.test.ts', 'src/insight/annotate.test.ts']

export default defineConfig({
  // Relative addresses: the built site works under any path of any static server.
  base: './',
  plugins: [lessons(), lateSha512(), leanRules(), smallWorker(), compileHint(), react(), contentSecurityPolicy(HOSTS)],
  resolve: {
    alias: [
      // Parts of MSW that the page must not have: a jar of real cookies, and patches of the page's own fetch.
      { find: 'tough-cookie', replacement: here('./src/network/no-cookie-jar.ts') },
      {
        find: /^@mswjs\/interceptors\/(fetch|WebSocket|XMLHttpRequest)$/,
        replacement: here('./src/network/no-interceptors.ts'),
      },
      // Parts of Monaco that nobody needs here: its icon font and its editors of differences, 115 KiB (gzip).
      { find: /^.*\/codicons\/codicon\/codicon\.css$/, replacement: here('./src/editor/icons.css') },
      {
        find: /^.*\/widget\/(diffEditor\/diffEditorWidget|multiDiffEditor\/multiDiffEditorWidget)\.js$/,
        replacement: here('./src/editor/no-diff-editor.ts'),
      },
    ],
  },
  // Found late, Monaco would make the development server start over.
  optimizeDeps: { include: ['@monaco-editor/react', 'msw/browser', 'msw/http'] },
  // Browsers that read this target know modulepreload.
  build: {
    target: 'es2023',
    // The first file would have to list what all others import, and it is as tight as it can be. Those that somebody waits
    // for are fetched beside their styles.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (file, scripts, { hostType }) =>
        hostType === 'html'
          ? scripts
          : scripts.filter((each) => each === file && /rich-editor|lesson-panel/.test(file)),
    },
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting } },
  },
  test: {
    environment: 'node',
    // A machine that is busy is slow, not wrong.
    testTimeout: 30_000,
    // By default one core is left idle: on two, all would run one after the other.
    maxWorkers: '100%',
    // Most files share what they load: each on its own would take three times as long.
    projects: [
      { extends: true, test: { name: 'together', include: [TESTS], exclude: ALONE, isolate: false } },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
})
