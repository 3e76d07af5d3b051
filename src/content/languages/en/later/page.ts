/** Words around a page that a service drew. */

export default {
  drawn: 'The page that a person sees, drawn by the playground. Each button writes a request and sends it.',
  person: 'As',
}
