/** Serves folders of static files under any sub-path, as a plain web server would. */
import { readFile, realpath, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { gzip as gzipCallback } from 'node:zlib'

const compress = promisify(gzipCallback)

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
const alreadyCompressed = new Set(['.png', '.woff2'])

/** @param {string} path */
const asBase = (path) => `/${path}/`.replace(/\/+/g, '/')

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number>} the port, also where 0 was asked for
 */
const listen = (server, port, host) =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(/** @type {import('node:net').AddressInfo} */ (server.address()).port))
  })

/** @param {import('node:http').Server} server */
const stop = (server) =>
  new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })

/**
 * Without a host it listens on both loopback addresses, so that `localhost` reaches it wherever that name points.
 *
 * @param {object} options
 * @param {string} options.dir the folder to serve
 * @param {number} [options.port] 0 takes any free one
 * @param {string} [options.host] one address to listen on
 * @param {string} [options.base] the sub-path, such as `/docs/http/auth/`
 * @param {Record<string, string>} [options.also] more folders, by their sub-path
 * @param {boolean} [options.allowOrigin] lets pages of every origin read the files, as a sandboxed frame must
 * @param {boolean} [options.gzip]
 * @param {Record<string, string>} [options.headers] sent with every answer
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serve({ dir, port = 0, host, base = '/', also = {}, allowOrigin, gzip, headers = {} }) {
  const home = asBase(base)
  const folders = [...Object.entries(also).map(([path, folder]) => ({ base: asBase(path), folder }))]
  folders.push({ base: home, folder: dir })
  /** @type {Map<string, {mtimeMs: number, body: Promise<Buffer>}>} */
  const compressed = new Map()

  /** @param {string} pathname still percent-encoded */
  const find = async (pathname) => {
    const mount = folders.find(({ base }) => pathname.startsWith(base) || `${pathname}/` === base)
    if (!mount) return undefined
    if (!pathname.startsWith(mount.base)) return { redirect: mount.base }
    const root = await realpath(mount.folder)
    const path = await realpath(join(root, decodeURIComponent(pathname.slice(mount.base.length))))
    if (path !== root && !path.startsWith(root + sep)) return undefined
    if (!(await stat(path)).isDirectory()) return { path }
    return pathname.endsWith('/') ? { path: join(path, 'index.html') } : { redirect: `${pathname}/` }
  }

  /** @param {string} path */
  const zipped = async (path) => {
    const { mtimeMs } = await stat(path)
    const known = compressed.get(path)
    if (known?.mtimeMs === mtimeMs) return known.body
    const body = readFile(path).then((bytes) => compress(bytes, { level: 9 }))
    compressed.set(path, { mtimeMs, body })
    return body
  }

  /** @type {import('node:http').RequestListener} */
  const answer = async (request, response) => {
    const every = { ...(allowOrigin && { 'Access-Control-Allow-Origin': '*' }), ...headers }
    const plain = { ...every, 'Content-Type': types['.txt'] }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...plain, Allow: 'GET, HEAD' }).end('Method Not Allowed\n')
      return
    }
    const [pathname = '', query] = (request.url ?? '').split(/\?(.*)/s)
    try {
      // A doubled slash names no file here, and a redirect to one would lead to another host.
      const found = pathname.includes('//') ? undefined : await find(pathname)
      if (found?.redirect) {
        const location = query === undefined ? found.redirect : `${found.redirect}?${query}`
        response.writeHead(302, { ...every, Location: location }).end()
        return
      }
      if (found?.path) {
        const extension = extname(found.path)
        const zip = gzip && !alreadyCompressed.has(extension)
        const wanted = zip && /\bgzip\b/.test(String(request.headers['accept-encoding']))
        const body = await (wanted ? zipped(found.path) : readFile(found.path))
        response.writeHead(200, {
          'Content-Type': types[extension] ?? 'application/octet-stream',
          'Content-Length': body.length,
          'Cache-Control': 'no-cache',
          'X-Content-Type-Options': 'nosniff',
          ...(zip && { Vary: 'Accept-Encoding' }),
          ...(wanted && { 'Content-Encoding': 'gzip' }),
          ...every,
        })
        response.end(request.method === 'HEAD' ? undefined : body)
        return
      }
    } catch {
      // No such file, or a path that can't be one.
    }
    response.writeHead(404, plain).end('Not Found\n')
  }

  const server = createServer(answer)
  const servers = [server]
  const actual = await listen(server, port, host ?? '127.0.0.1')
  if (!host) {
    const second = createServer(answer)
    try {
      await listen(second, actual, '::1')
      servers.push(second)
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error)
      if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT') {
        await stop(server)
        throw error
      }
    }
  }
  const name = host?.includes(':') ? `[${host}]` : (host ?? '127.0.0.1')
  return {
    url: `http://${name}:${actual}${home}`,
    close: async () => {
      await Promise.all(servers.map(stop))
    },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, host: { type: 'string' }, base: { type: 'string' } },
  })
  const dir = fileURLToPath(new URL('../dist', import.meta.url))
  const { url } = await serve({
    dir,
    port: Number(values.port ?? 4173),
    host: values.host,
    base: values.base,
    allowOrigin: true,
    gzip: true,
  })
  console.log(`Serving dist/ at ${url} (Ctrl-C ends it)`)
}
