/** curl's options as far as a request follows from them: which take a value, and which change nothing that is sent. */

/** By what each does. Those in `harmless` concern what curl prints, keeps, or how long it waits. */
const WITH_VALUE: Readonly<Record<string, readonly string[]>> = {
  harmless: [
    ...['output', 'max-time', 'connect-timeout', 'write-out', 'retry', 'retry-delay', 'retry-max-time', 'dump-header'],
    ...['cookie-jar', 'cacert', 'capath', 'max-redirs', 'resolve', 'connect-to', 'stderr', 'trace', 'trace-ascii'],
    ...['limit-rate', 'keepalive-time', 'output-dir', 'ciphers', 'interface'],
  ],
  read: [
    ...['request', 'header', 'data', 'data-ascii', 'data-raw', 'data-binary', 'data-urlencode', 'json', 'user'],
    ...['oauth2-bearer', 'cookie', 'user-agent', 'referer', 'url', 'range', 'request-target'],
  ],
  unread: [
    ...['form', 'form-string', 'upload-file', 'proxy', 'proxy-user', 'proxy-header', 'cert', 'key', 'config', 'pass'],
    ...['netrc-file', 'aws-sigv4', 'variable', 'expand-data', 'expand-header', 'expand-url', 'unix-socket'],
    ...['time-cond', 'url-query', 'delegation', 'service-name', 'socks5', 'socks5-hostname', 'cert-type', 'key-type'],
  ],
}

const FLAGS: Readonly<Record<string, readonly string[]>> = {
  harmless: [
    ...['silent', 'show-error', 'verbose', 'include', 'location', 'insecure', 'fail', 'fail-with-body', 'globoff'],
    ...['compressed', 'progress-bar', 'no-buffer', 'remote-name', 'remote-header-name', 'create-dirs', 'path-as-is'],
    ...['http1.1', 'http2', 'http2-prior-knowledge', 'http3', 'http3-only', 'ipv4', 'ipv6', 'tlsv1.2', 'tlsv1.3'],
    ...['tcp-nodelay', 'keepalive', 'styled-output', 'ssl-no-revoke', 'disable', 'parallel', 'basic', 'progress-meter'],
  ],
  read: ['head', 'get', 'anyauth', 'digest', 'ntlm', 'negotiate'],
}

/** One letter stands for one long name. */
const SHORT: Readonly<Record<string, string>> = {
  ...{ X: 'request', H: 'header', d: 'data', u: 'user', b: 'cookie', A: 'user-agent', e: 'referer', r: 'range' },
  ...{ I: 'head', G: 'get', F: 'form', T: 'upload-file', x: 'proxy', U: 'proxy-user', E: 'cert', K: 'config' },
  ...{ o: 'output', m: 'max-time', w: 'write-out', D: 'dump-header', c: 'cookie-jar', z: 'time-cond' },
  ...{ s: 'silent', S: 'show-error', v: 'verbose', i: 'include', L: 'location', k: 'insecure', f: 'fail' },
  ...{ g: 'globoff', N: 'no-buffer', O: 'remote-name', J: 'remote-header-name', q: 'disable', Z: 'parallel' },
  ...{ '#': 'progress-bar', '4': 'ipv4', '6': 'ipv6' },
}

export interface CurlOption {
  /** Long, without its dashes. */
  readonly name: string
  readonly takesValue: boolean
  readonly effect: 'harmless' | 'read' | 'unread'
}

const has = (table: Readonly<Record<string, readonly string[]>>, name: string): CurlOption['effect'] | undefined =>
  (['harmless', 'read', 'unread'] as const).find((effect) => table[effect]?.includes(name))

/** What is known of an option, by its long name; one that nobody knows is taken for a flag. */
export function curlOption(name: string): CurlOption {
  const valued = has(WITH_VALUE, name)
  if (valued) return { name, takesValue: true, effect: valued }
  const positive = name.startsWith('no-') && !has(FLAGS, name) ? name.slice('no-'.length) : name
  return { name, takesValue: false, effect: has(FLAGS, positive) ?? 'unread' }
}

/** The option that a letter stands for. */
export const shortOption = (letter: string): CurlOption => curlOption(SHORT[letter] ?? letter)
