/// <reference types="vite/client" />

declare module '*.md' {
  const prose: import('./content/prose.ts').Prose
  export default prose
}
