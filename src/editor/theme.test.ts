import { expect, test } from 'vitest'
import { type Appearance, PALETTES, theme } from './theme.ts'

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const INKS = ['ink', 'mute', 'accent', 'field', 'string', 'fault', 'warning'] as const
const cases = (['light', 'dark'] as const).flatMap((appearance) => INKS.map((ink) => [appearance, ink] as const))

test.each(cases)('%s: %s can be read (WCAG 1.4.3)', (appearance, ink) => {
  expect(contrast(PALETTES[appearance][ink], PALETTES[appearance].panel)).toBeGreaterThanOrEqual(4.5)
})

test.each<Appearance>(['light', 'dark'])('%s: line numbers and what is chosen in a list can be read', (appearance) => {
  const { colors } = theme(appearance)
  const of = (name: string) => colors[name] ?? ''
  expect(contrast(of('editorLineNumber.foreground'), of('editor.background'))).toBeGreaterThanOrEqual(4.5)
  expect(contrast(of('list.activeSelectionForeground'), of('list.activeSelectionBackground'))).toBeGreaterThan(4.5)
  expect(
    contrast(of('editorSuggestWidget.focusHighlightForeground'), of('editorSuggestWidget.selectedBackground')),
  ).toBeGreaterThan(4.5)
})
