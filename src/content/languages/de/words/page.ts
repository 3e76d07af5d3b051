/** Wörter um eine Seite, die ein Dienst gezeichnet hat. */

export default {
  drawn:
    'Die Seite, die ein Mensch sieht, vom Playground gezeichnet. Jeder Knopf schreibt eine Anfrage und sendet sie.',
  person: 'Als',
}
