/** What the playground is measured against: as little as React and MSW can be, one button that fetches a 401. */

import { setupWorker } from 'msw/browser'
import { HttpResponse, http } from 'msw/http'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'

const url = 'https://example.com/admin'
const answer = () => HttpResponse.text('', { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } })
// The button doesn't wait for the worker: that would be a floor that is easier to stay near.
const started = setupWorker(http.get(url, answer)).start({
  quiet: true,
  onUnhandledFrame: 'bypass',
  serviceWorker: { url: './mockServiceWorker.js' },
})

function Floor() {
  const [answers, setAnswers] = useState([])
  const send = async () => {
    await started
    const { status, statusText } = await fetch(url, { cache: 'no-store' })
    setAnswers((before) => [...before, `${status} ${statusText}`])
  }
  return (
    <main>
      <button type="button" onClick={send}>
        Send
      </button>
      <div role="status">{answers.length > 0 && <span key={answers.length}>{answers.at(-1)}</span>}</div>
    </main>
  )
}

createRoot(document.getElementById('root')).render(<Floor />)
