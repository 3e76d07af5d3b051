/** Wörter der Prüfung, die der Client selbst macht. */

export default {
  title: 'Was der Client prüft',
  passed: 'Auch der Server hat bewiesen, dass er das Geheimnis kennt.',
  failed:
    'Der Server hat nicht bewiesen, dass er das Geheimnis kennt: Ein vorsichtiger Client glaubt dieser Antwort nicht.',
}
