/** curl. What it can't do is after measurements with 7.88 and 8.14. */
import { programToken, run, same, sameOrShort, statusesIn } from './client.mjs'

const MUFASA = ['-u', 'Mufasa:Circle of Life']
const ADA = ['-u', 'Ada:Notes on G']
const ALADDIN = ['-u', 'Aladdin:open sesame']

/** @param {readonly string[]} args */
async function curl(args, input = '') {
  const { code, stdout, stderr } = await run('curl', ['-q', '-s', '-S', '-i', '-m', '10', ...args], { input })
  if (code !== 0) throw new Error(`curl ended with ${code}: ${stderr.trim()}`)
  return stdout
}

/** As if the names of the simulated hosts led to the port. @param {number} port */
const there = (port) => ['--connect-to', `::127.0.0.1:${port}`]
/** @param {number} port @param {string} pair */
const proxied = (port, pair = 'Mufasa:Circle of Life') => ['-x', `http://127.0.0.1:${port}`, '--proxy-user', pair]

/**
 * @param {string} scheme
 * @param {string} what
 * @param {readonly string[]} args
 * @param {string | readonly string[]} wanted
 * @param {import('./client.mjs').Shortcoming} [short]
 * @returns {import('./client.mjs').Case}
 */
const direct = (scheme, what, args, wanted, short) => ({
  scheme,
  what,
  run: async ({ port }) => sameOrShort(statusesIn(await curl([...there(port), ...args])), wanted, short),
})

const URLS = {
  docs: 'http://www.example.com/docs/',
  report: 'http://api.example.com/files/report',
  bench: 'http://workbench.example.com/digest',
}
const INTRANET = 'http://api.example.com/intranet'
const EMPTY_BODY = { got: '401 401', because: 'it hashes an empty body' }

/** @param {string} kind @param {string} what @param {import('./client.mjs').Shortcoming} [short] */
const digest = (kind, what, short) =>
  direct('Digest', what, ['--digest', ...MUFASA, `${URLS.bench}/${kind}`], '401 200', short)

const SIGV4 = ['--aws-sigv4', 'aws:amz:eu-central-1:s3', '-H', 'x-amz-content-sha256: UNSIGNED-PAYLOAD']
const ALADDINS_KEY = ['-u', 'AKIDEXAMPLEALADDIN:demo/OpenSesame+OpenSesame+OpenSesameKEY']

/** @type {import('./client.mjs').Client} */
const client = {
  name: 'curl',
  from: 'Debian',
  async version() {
    const { stdout } = await run('curl', ['--version']).catch(() => ({ stdout: '' }))
    return /^curl ([0-9.]+)/.exec(stdout)?.[1]
  },
  cases: [
    direct('Basic', '`--basic`', ['--basic', ...ALADDIN, URLS.docs], '200'),
    direct(
      'Basic',
      'a name and a password in UTF-8',
      ['-u', 'Jürgen:Käsebrötchen', 'http://www.example.com/menu'],
      '200',
    ),
    direct('Basic', 'a wrong password: 401', ['-u', 'Aladdin:sesame', URLS.docs], '401'),
    direct('Basic', 'the right one without the role: 403', [...ALADDIN, `${URLS.docs}plans`], '403'),
    direct('Basic', 'a gateway, and the server behind it', [...ADA, 'http://gateway.example.com/inventory'], '200'),
    digest('md5', '`--digest`, MD5'),
    digest('md5-sess', 'MD5-sess'),
    digest('sha-256', 'SHA-256'),
    digest('sha-256-sess', 'SHA-256-sess'),
    digest('sha-512-256', 'SHA-512-256', { got: '401 401', because: 'it calculates SHA-256 under this name' }),
    digest('userhash', 'userhash'),
    digest('rfc2069', 'without qop, as in RFC 2069'),
    digest('auth-int', 'auth-int, no body'),
    direct(
      'Digest',
      'auth-int with a body',
      ['--digest', ...MUFASA, '-d', 'a=b', `${URLS.bench}/auth-int`],
      '401 200',
      EMPTY_BODY,
    ),
    direct('Digest', 'two challenges, the stronger first', ['--digest', ...MUFASA, URLS.report], '401 200'),
    direct(
      'Digest',
      'two transfers on one connection',
      ['--digest', ...MUFASA, `${URLS.bench}/sha-256`, `${URLS.bench}/sha-256`],
      ['401 200 401 200', '401 200 200'],
    ),
    direct('Digest', 'HEAD', ['--digest', '-I', ...MUFASA, URLS.report], '401 200'),
    {
      scheme: 'Digest',
      what: 'a body in chunks that waits for a 100',
      async run({ port }) {
        const args = ['--digest', ...MUFASA, '-T', '-', '-H', 'Expect: 100-continue', URLS.report]
        const got = statusesIn(await curl([...there(port), ...args], 'A report.\n'))
        if (!/^(100 )?401 (100 )?200$/.test(got)) same('statuses', got, '100 401 100 200')
      },
    },
    direct('Digest', 'a wrong password: 401 again', ['--digest', '-u', 'Mufasa:wrong', URLS.report], '401 401'),
    direct(
      'several',
      '`--anyauth`, Digest before Bearer and Basic',
      ['--anyauth', ...MUFASA, 'http://api.example.com/front-desk'],
      '401 200',
    ),
    direct(
      'several',
      '`--anyauth`, all in one line',
      ['--anyauth', ...MUFASA, 'http://api.example.com/front-desk/one-line'],
      '401 200',
    ),
    {
      scheme: 'Bearer',
      what: '`--oauth2-bearer`, a token from the authorization server',
      async run({ port, fetch }) {
        const bearer = ['--oauth2-bearer', await programToken(fetch, 'report:read')]
        const url = 'http://api.example.com/nightly'
        same('read', statusesIn(await curl([...there(port), ...bearer, url])), '200')
        same('publish', statusesIn(await curl([...there(port), ...bearer, '-d', '', `${url}/publish`])), '403')
      },
    },
    direct(
      'X-API-Key',
      'a field of its own',
      ['-H', 'X-API-Key: pk_demo_editor_c41d08', 'http://api.example.com/rfc/data'],
      '200',
    ),
    direct(
      'AWS4-HMAC-SHA256',
      '`--aws-sigv4`',
      [...SIGV4, ...ALADDINS_KEY, 'http://bucket.example.com/hello.txt'],
      '200',
    ),
    direct(
      'AWS4-HMAC-SHA256',
      'a query that is not in order',
      [...SIGV4, ...ALADDINS_KEY, 'http://bucket.example.com/?prefix=h&list-type=2'],
      '200',
      { got: '403', because: 'it signs the query as it stands' },
    ),
    direct(
      'AWS4-HMAC-SHA256',
      'a body',
      [...SIGV4, ...ALADDINS_KEY, '-X', 'PUT', '--data-binary', 'hello', 'http://bucket.example.com/upload.txt'],
      '200',
    ),
    direct(
      'AWS4-HMAC-SHA256',
      'somebody else’s secret: 403',
      [...SIGV4, '-u', 'AKIDEXAMPLEALADDIN:no', 'http://bucket.example.com/hello.txt'],
      '403',
    ),
    {
      scheme: 'Basic (proxy)',
      what: '`--proxy-basic`',
      run: async ({ port }) =>
        same('statuses', statusesIn(await curl([...proxied(port), '--proxy-basic', 'http://example.com/'])), '200'),
    },
    {
      scheme: 'Basic (proxy)',
      what: 'a wrong password: 407',
      run: async ({ port }) =>
        same('statuses', statusesIn(await curl([...proxied(port, 'Mufasa:wrong'), 'http://example.com/'])), '407'),
    },
    {
      scheme: 'Digest (proxy)',
      what: '`--proxy-digest`, and Digest behind it',
      async run({ port }) {
        const args = [...proxied(port), '--proxy-digest', '--digest', ...MUFASA, URLS.report]
        same('statuses', statusesIn(await curl(args)), '407 401 200')
      },
    },
    {
      scheme: 'Digest (proxy)',
      what: '`--proxy-anyauth`, and Basic behind it',
      async run({ port }) {
        const args = [...proxied(port), '--proxy-anyauth', ...ALADDIN, URLS.docs]
        same('statuses', statusesIn(await curl(args)), '407 200')
      },
    },
    {
      scheme: 'Digest (proxy)',
      what: 'a tunnel (`CONNECT`), and Digest inside',
      async run({ port }) {
        const args = ['-p', ...proxied(port), '--proxy-digest', '--digest', ...MUFASA, URLS.report]
        same('statuses', statusesIn(await curl(args)), '407 200 401 200')
      },
    },
    direct('NTLM', '`--ntlm`', ['--ntlm', ...MUFASA, INTRANET], '401 200'),
    direct('NTLM', 'a domain', ['--ntlm', '-u', 'EXAMPLE\\Ada:Notes on G', `${INTRANET}/payroll`], '401 200'),
    direct('NTLM', 'the right password without the role: 403', ['--ntlm', ...MUFASA, `${INTRANET}/payroll`], '401 403'),
    direct('NTLM', 'a wrong password: 401 again', ['--ntlm', '-u', 'Mufasa:wrong', INTRANET], '401 401'),
    direct(
      'NTLM',
      'a connection that stays logged in',
      ['--ntlm', ...MUFASA, INTRANET, `${INTRANET}/menu`],
      '401 200 200',
    ),
  ],
}

export default client
