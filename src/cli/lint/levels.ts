/** Levels of findings in their order, for whoever counts and compares. */

import type { Level } from '../../insight/rule.ts'

/** The gravest first. */
export const LEVELS: readonly Level[] = ['must', 'should', 'warning', 'info', 'good']

export const isLevel = (text: string): text is Level => LEVELS.some((level) => level === text)

/** Whether one is as grave as the other, or graver. */
export const atLeast = (level: Level, least: Level): boolean => LEVELS.indexOf(level) <= LEVELS.indexOf(least)
