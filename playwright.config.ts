/** The end-to-end tests' configuration; `npm run e2e` serves the built page and says where in PLAYGROUND_URL. */
import { defineConfig } from '@playwright/test'
import { chromiumArgs, findChromium } from './scripts/chromium.mjs'

const ci = Boolean(process.env.CI)

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: ci,
  timeout: 60_000,
  // A machine that is busy is slow, not wrong.
  expect: { timeout: 15_000 },
  globalTimeout: ci ? 12 * 60_000 : 0,
  reporter: ci ? 'line' : 'list',
  use: {
    baseURL: process.env.PLAYGROUND_URL,
    headless: true,
    screenshot: 'only-on-failure',
    // A trace takes as long as the test itself; where one fails, the screenshot says most.
    trace: ci ? 'off' : 'retain-on-failure',
    launchOptions: { executablePath: findChromium(), args: chromiumArgs },
  },
})
