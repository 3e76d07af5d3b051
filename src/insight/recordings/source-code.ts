/** Source code of a server or a client: the body of a response, with the media type that its looks tell. */

import { parseResponse } from '../../protocol/http/parse.ts'
import type { Recorded } from '../recording.ts'
import { compose } from './compose.ts'

interface Look {
  readonly type: string
  /** Each that is found counts once. */
  readonly signs: readonly RegExp[]
}

const LOOKS: readonly Look[] = [
  {
    type: 'application/x-php',
    signs: [/<\?php/, /\$_(?:SERVER|GET|POST|COOKIE)\b/, /\bheader\s*\(\s*['"]/, /^[ \t]*\$\w+\s*=/m, /\$\w+->\w+\(/],
  },
  {
    type: 'text/x-go',
    signs: [
      /^package \w+/m,
      /^func(?: \([^)]{1,60}\))? \w+\(/m,
      /\w :?= \w.*\n.*if err != nil/,
      /:=/,
      /\bhttp\.ResponseWriter\b/,
    ],
  },
  {
    type: 'text/x-java',
    signs: [
      /^import (?:static )?(?:java|javax|jakarta|org|com)\.[\w.]+;/m,
      /\b(?:public|private|protected) (?:static |final )*[\w<>[\]]+ \w+\s*[({;=]/,
      /^[ \t]*@(?:Override|Bean|GetMapping|PostMapping|RestController|Configuration|Autowired)\b/m,
      /\bnew \w+(?:<.{0,40}>)?\(/,
    ],
  },
  {
    type: 'text/x-csharp',
    signs: [
      /^using [\w.]+;/m,
      /\bnamespace [\w.]+/,
      /\[(?:Authorize|HttpGet|HttpPost|ApiController)\b/,
      /\bvar \w+ = new \w+/,
    ],
  },
  {
    type: 'text/x-ruby',
    signs: [
      /^[ \t]*require ['"]\w+['"]$/m,
      /^[ \t]*def \w+[^:\n]*$/m,
      /^[ \t]*end$/m,
      /\bdo \|\w+\|/,
      /^[ \t]*(?:get|post) ['"]\/.* do$/m,
    ],
  },
  {
    type: 'text/x-python',
    signs: [
      /^(?:from [\w.]+ )?import [\w., ()]+$/m,
      /^[ \t]*(?:async )?def \w+\(.*\).*:[ \t]*$/m,
      /^[ \t]*@\w+(?:\.\w+)*(?:\(.*\))?[ \t]*$/m,
      /^[ \t]*(?:if|elif|else|for|try|except|with|class)\b.*:[ \t]*$/m,
      /\bself\.\w+|\brequests\.(?:get|post)\(/,
    ],
  },
  {
    type: 'text/x-rust',
    signs: [
      /^use \w+(?:::[\w{}, *]+)+;/m,
      /\bfn \w+(?:<.{0,40}>)?\(/,
      /\blet (?:mut )?\w+/,
      /->\s*(?:impl |Result<|Response)/,
    ],
  },
  {
    type: 'text/javascript',
    signs: [
      /\b(?:const|let|var)\s+[\w${]/,
      /=>\s*[{(\w]/,
      /\brequire\(['"]|^import\b.*\bfrom\s*['"]/m,
      /\b(?:app|router|server)\.(?:get|post|use|put|listen)\(/,
      /\b(?:res|response)\.(?:status|set|setHeader|writeHead|sendStatus|json|send)\(/,
      /\b(?:async )?function\b/,
    ],
  },
]

/** What is read of it to tell the language. */
const ENOUGH = 20_000

/** The media type of the code; undefined where it looks like none. */
export function codeTypeOf(text: string): string | undefined {
  const start = text.slice(0, ENOUGH)
  const counted = LOOKS.map(({ type, signs }) => ({ type, count: signs.filter((sign) => sign.test(start)).length }))
  const best = counted.reduce((one, other) => (other.count > one.count ? other : one))
  return best.count >= 2 || start.trimStart().startsWith('<?php') ? best.type : undefined
}

export function codeIn(text: string, type: string): Recorded {
  const span = { start: 0, end: text.length }
  const composed = compose(text, [`HTTP/1.1 200 OK\nContent-Type: ${type}\n\n`, span])
  return {
    response: parseResponse(composed.source),
    pieces: { response: composed.pieces },
    span,
    excerpt: true,
    script: false,
  }
}
