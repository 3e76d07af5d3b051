import { describe, expect, it } from 'vitest'
import { inFile } from './block.ts'
import { blocksOf } from './document.ts'

/** Each block's text, and that every line of it stands in the file where it is said to stand. */
function blocksIn(file: string, text: string) {
  const blocks = blocksOf(file, text)
  for (const block of blocks.filter(({ kind }) => kind === 'fence')) {
    for (const { index, 0: line } of block.text.matchAll(/[^\r\n]+/g)) {
      const { start, end } = inFile(block, { start: index, end: index + line.length })
      expect(text.slice(start, end)).toBe(line)
    }
  }
  return blocks.map((block) => [block.holds, block.text])
}

describe('fenced blocks', () => {
  it.each([
    ['plain', '```http\nA: b\n```\n', [['http', 'A: b\n']]],
    ['with CRLF', '~~~ HTTP title="x"\r\nA: b\r\n~~~\r\n', [['http', 'A: b\r\n']]],
    ['longer than what is within', '````\n```\n````\n', [['', '```\n']]],
    ['indented in a list', '1. x\n\n   ```http\n   A: b\n     c\n   ```\n', [['http', 'A: b\n  c\n']]],
    ['on the line of a list mark', '- ```http\n  A: b\n  ```\n', [['http', 'A: b\n']]],
    ['quoted', '> ```http\n> A: b\n>\n> C: d\n> ```\n', [['http', 'A: b\n\nC: d\n']]],
    ['in a quote that ends first', '> ```http\n> A: b\ntext\n', [['http', 'A: b\n']]],
    ['without an end', 'x\n\n```http\nA: b', [['http', 'A: b']]],
    ['behind tabs', '\t```http\n\tA: b\n\t```\n', [['http', 'A: b\n']]],
    ['called as Pandoc does', '``` {.http #id}\nA: b\n```\n', [['http', 'A: b\n']]],
    ['no fence at all', 'Say `GET`, and ```code``` within a line.\n', []],
    ['with an omission', '```http\nA: b\n...\nC: d\n```\n', [['http', 'A: b\nC: d\n']]],
  ])('%s', (_name, text, expected) => {
    expect(blocksIn('a.md', text)).toEqual(expected)
    expect(blocksIn('a.MDX', text)).toEqual(expected)
  })

  it('do not hide what stands between them', () => {
    const text = '```html\n<pre>no</pre>\n```\n\n<pre>yes</pre>\n\n```http\nA: b\n```\n'
    expect(blocksIn('a.md', text).map(([, held]) => held)).toEqual(['<pre>no</pre>\n', 'yes', 'A: b\n'])
  })
})

describe('pre blocks', () => {
  it.each([
    ['plain', '<pre>A: b</pre>', undefined, 'A: b'],
    ['behind a line end', '<pre>\nA: b\n</pre>', undefined, 'A: b\n'],
    ['with tags', '<PRE class="x"><b>A</b>: <span title="c">b</span><!-- no --></PRE>', undefined, 'A: b'],
    [
      'with references',
      '<pre>A: &quot;b&quot;, &lt;&#x3c;&#60; &amp;amp; &nope; &</pre>',
      undefined,
      'A: "b", <<< &amp; &nope; &',
    ],
    ['with breaks', '<pre>A: b<br>C: d<br/></pre>', undefined, 'A: b\nC: d\n'],
    ['called something', '<pre><code class="hljs language-HTTP">A: b</code></pre>', 'http', 'A: b'],
    ['as MDN calls it', '<pre class="brush: http notranslate">A: b</pre>', 'http', 'A: b'],
    ['with what is no tag', '<pre>a < b <= 3</pre>', undefined, 'a < b <= 3'],
  ])('%s', (_name, text, holds, expected) => {
    expect(blocksIn('a.html', text)).toEqual([[holds, expected]])
  })

  it('keep the places of what is written otherwise', () => {
    const text = '<pre>A: &quot;b&quot;</pre>'
    const [block] = blocksOf('a.html', text)
    if (!block) throw new Error('There is no block')
    const placed = (start: number, end: number) => {
      const span = inFile(block, { start, end })
      return text.slice(span.start, span.end)
    }
    expect([placed(3, 6), placed(4, 5), placed(0, 1)]).toEqual(['&quot;b&quot;', 'b', 'A'])
    expect(inFile(block, { start: 6, end: 6 })).toEqual({ start: 21, end: 21 })
  })

  it('are not looked for in comments and scripts, nor where they never end', () => {
    expect(blocksIn('a.htm', '<!-- <pre>a</pre> --><script>"<pre>b</pre>"</script><pre>c</pre><pre>d')).toEqual([
      [undefined, 'c'],
    ])
    expect(blocksIn('a.md', 'The element `<pre>` and `</pre>`.')).toEqual([])
  })

  it.each([
    ['tags', '<pre>'.repeat(50_000)],
    ['tags within', `<pre>${'<!--'.repeat(50_000)}</pre>`],
    ['brackets', `<pre>${'<'.repeat(100_000)}&&&&</pre>`],
    ['fences', '```\n'.repeat(50_000)],
    ['quotes', '> ```\n'.repeat(50_000)],
  ])('are found in no time among many %s', (_name, text) => {
    const began = performance.now()
    blocksOf('a.md', text)
    expect(performance.now() - began).toBeLessThan(1500)
  })
})
