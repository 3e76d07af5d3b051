/** Warum ein Link nicht geöffnet wurde. */

export default {
  version: 'Dieser Link stammt von einem neueren Playground als diesem und lässt sich hier nicht abspielen.',
  malformed:
    'Dieser Link ist beschädigt und lässt sich nicht abspielen. Bitte noch einmal um ihn, und zwar vollständig.',
  'too-long': 'Dieser Link ist länger als jeder, den der Playground selbst macht. Er wird nicht geöffnet.',
  scenario: 'Dieser Link gehört zu einem Szenario, das es hier nicht gibt.',
  what: 'Stattdessen siehst du das erste Szenario.',
}
