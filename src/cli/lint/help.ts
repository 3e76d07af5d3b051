/** What `--help` prints. */

const SHARED = `  --lang en|de            the language of what is said
  --rule <id>             only this rule; may be repeated
  --ignore <id>           not this rule; may be repeated
  --now <instant>         when it was, such as 2026-03-02T09:00:00Z: without it, nothing is said about age
  --transport http|https  how it went, where the input doesn't tell
  --status <number>       the status of responses of which only fields, or a challenge, are there
  --whole                 blocks in documentation are whole messages: what is missing in them was not sent
  --help                  this`

const INPUT = `FILE is a file; "-" or nothing is standard input. It is recognised by what it holds: messages one after the other,
curl -i, curl -v, curl --trace-ascii, HAR, curl commands, fetch calls, field lines, a bare challenge, credentials or a JWT.
In Markdown (.md, .markdown, .mdx) and HTML (.html, .htm, .xhtml) every fenced block and every <pre> with HTTP in it is read
where it stands; other blocks are passed over.`

export const LINT_HELP = `Finds mistakes of authentication in HTTP messages.

  npm run -s lint -- [options] [FILE…]

${INPUT}

  --format text|json|sarif|markdown   text, with a caret under the place, if nothing is said
  --level must|should|warning|info|good    the lowest level that is shown: info
  --fail-on must|should|warning|info|never   from which level on the exit status is 1: should
${SHARED}
  --unmask                secrets as they are; else they are masked
  --color auto|always|never

Ignore a rule in one place: <!-- http-auth-lint ignore: rule, rule --> right before a block, or a line
# http-auth-lint ignore: rule
right before a message. Without a rule, all are ignored there. What is not shown doesn't count.

Exit status: 0 nothing found, 1 findings at or above --fail-on, 2 unusable input or option.
`

export const INSPECT_HELP = `Reads HTTP messages and says what is in them.

  npm run -s inspect -- --json [options] [FILE…]

${INPUT}

  --json                  a line of JSON for each message; without it, a summary to read
  --level must|should|warning|info|good    the lowest level that is shown: good
${SHARED}

Nothing is masked: this is input for other tools. Lines hold secrets as they stand in the file.
docs/lint.md describes the JSON.

Exit status: 0 all was read, 2 something could not be read.
`
