/** How the built page is cut: one file with all that the first screen needs, and one for each thing that comes later. */

interface Graph {
  getModuleInfo(id: string): { readonly isEntry: boolean; readonly importers: readonly string[] } | null
}

const known = new Map<string, boolean>()

/** Whether the entry leads to a module by static imports alone. */
function isFirst(id: string, graph: Graph): boolean {
  const before = known.get(id)
  if (before !== undefined) return before
  known.set(id, false)
  const info = graph.getModuleInfo(id)
  const first = info !== null && (info.isEntry || info.importers.some((importer) => isFirst(importer, graph)))
  known.set(id, first)
  return first
}

/** Without this, each module that the first screen shares with a later one would be a file, and a request, of its own. */
export const codeSplitting = {
  groups: [
    {
      // The bundler's own helpers besides: the first file calls them.
      name: (id: string, graph: Graph) => (isFirst(id, graph) || id.includes('rolldown/runtime') ? 'first' : null),
      priority: 2,
    },
    // One that others build upon stays one file all the same: nearly everybody meets it.
    { name: 'bearer', test: /\/src\/protocol\/(schemes\/bearer|jose)\//, priority: 1 },
  ],
}
