/** Puts the frame that the address asks for into the page, and gives it the height that it reports. */
const wanted = new URLSearchParams(location.search)

const frame = document.createElement('iframe')
frame.title = 'HTTP Auth Playground'
frame.style.width = '100%'
if (wanted.has('sandbox')) frame.setAttribute('sandbox', wanted.get('sandbox'))
frame.src = wanted.get('src')

addEventListener('message', ({ source, data }) => {
  if (source !== frame.contentWindow || data?.type !== 'playground:height') return
  frame.style.height = `${data.height}px`
})
document.body.append(frame)
