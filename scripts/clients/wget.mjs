/** wget, with `Host` by hand: it has no way to be told where names lead. */
import { run, sameOrShort, statusesIn } from './client.mjs'

/**
 * @param {string} scheme
 * @param {string} what
 * @param {string} host
 * @param {string} path
 * @param {readonly string[]} args
 * @param {string} wanted
 * @param {import('./client.mjs').Shortcoming} [short]
 * @returns {import('./client.mjs').Case}
 */
const ask = (scheme, what, host, path, args, wanted, short) => ({
  scheme,
  what,
  async run({ port }) {
    const common = ['--no-config', '-S', '-O', '-', '-t', '1', '-T', '10', '--no-proxy', `--header=Host: ${host}`]
    const { stderr } = await run('wget', [...common, ...args, `http://127.0.0.1:${port}${path}`])
    return sameOrShort(statusesIn(stderr), wanted, short)
  },
})

const MUFASA = ['--user=Mufasa', '--password=Circle of Life']
const WORKBENCH = 'workbench.example.com'
const ONLY_MD5 = { got: '401 401', because: 'it answers with MD5, whatever is asked for' }

/** @type {import('./client.mjs').Client} */
const client = {
  name: 'wget',
  from: 'Debian',
  async version() {
    const { stdout } = await run('wget', ['--version']).catch(() => ({ stdout: '' }))
    return /^GNU Wget ([0-9.]+)/.exec(stdout)?.[1]
  },
  cases: [
    ask('Basic', 'when asked', 'www.example.com', '/docs/', ['--user=Aladdin', '--password=open sesame'], '401 200'),
    ask('Basic', '`--auth-no-challenge`', 'www.example.com', '/docs/', ['--auth-no-challenge', ...MUFASA], '200'),
    ask('Digest', 'MD5, with `algorithm` in quotes', WORKBENCH, '/digest/md5', MUFASA, '401 200'),
    ask('Digest', 'without qop, as in RFC 2069', WORKBENCH, '/digest/rfc2069', MUFASA, '401 200'),
    ask('Digest', 'SHA-256', WORKBENCH, '/digest/sha-256', MUFASA, '401 200', ONLY_MD5),
    ask('several', 'Digest before Bearer and Basic', 'api.example.com', '/front-desk', MUFASA, '401 200'),
    ask('NTLM', 'when asked', 'api.example.com', '/intranet', MUFASA, '401 401 200', {
      got: '401 401 401',
      because: 'it knows NTLMv1 only',
    }),
  ],
}

export default client
