/** One configuration for the development server, the build and the unit tests. */

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { codeSplitting } from './scripts/chunks.ts'
import { contentSecurityPolicy } from './scripts/content-security-policy.ts'
import { lateSha512 } from './scripts/late-sha512.ts'
import { leanRules } from './scripts/lean-rules.ts'
import { lessons } from './scripts/lessons.ts'
import { smallWorker } from './scripts/small-worker.ts'
import { HOSTS } from './src/content/world/hosts.ts'

const here = (path: string) => new URL(path, import.meta.url).pathname

export default defineConfig({
  // Relative addresses: the built site works under any path of any static server.
  base: './',
  plugins: [lessons(), lateSha512(), leanRules(), smallWorker(), react(), contentSecurityPolicy(HOSTS)],
  resolve: {
    // Parts of MSW that the page must not have: a jar of real cookies, and patches of the page's own fetch.
    alias: [
      { find: 'tough-cookie', replacement: here('./src/network/no-cookie-jar.ts') },
      {
        find: /^@mswjs\/interceptors\/(fetch|WebSocket|XMLHttpRequest)$/,
        replacement: here('./src/network/no-interceptors.ts'),
      },
    ],
  },
  // Found late, Monaco would make the development server start over.
  optimizeDeps: { include: ['@monaco-editor/react', 'msw/browser', 'msw/http'] },
  build: { target: 'es2023', assetsInlineLimit: 0, rolldownOptions: { output: { codeSplitting } } },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
})
