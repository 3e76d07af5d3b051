/**
 * Stands in for Monaco's editors of differences in the bundle. `editor.api` can make them, the page never does, and
 * 45 KiB (gzip) stay out of it.
 */

export class DiffEditorWidget {}

export class MultiDiffEditorWidget {}
