/** Types of `chromium.mjs` for the Playwright configuration. */
export declare const chromiumArgs: string[]
export declare function findChromium(): string
