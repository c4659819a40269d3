import type { Acceptance, Evidence, ReadinessItem, SheetLine } from '@/api'
import { locale } from '@/i18n'

export const titleOf = (of: SheetLine | ReadinessItem): string => (locale() === 'en' ? of.title_en : of.title_zh)
export const recordsSay = (of: SheetLine): string => (locale() === 'en' ? of.en : of.zh)
export const points = (n: number): string => String(Math.round(n * 100) / 100)
/** A line is judged when a reviewer or a record has said something. */
export const judged = (line: SheetLine): boolean => line.points != null || line.records != null
/** What counts now: the reviewer's word, else the record's. */
export const standing = (line: SheetLine): number | null => line.points ?? line.records ?? null
export const toneOf = (of: Acceptance): 'moving' | 'done' | 'late' =>
  of.state === 'applied' ? 'moving' : of.result === 'rectify' ? 'late' : 'done'

/** Evidence kept elsewhere is not broken: it stands at whoever told of it. */
export const broken = (of: Evidence): boolean => of.state === 'altered' || of.state === 'missing'
/** As the package names it: a photo by its digest, an entry by its node and number. */
export const proofName = (of: Evidence): string => (of.kind === 'entry' ? `${of.node}#${of.id}` : of.id)

/** Points typed on a form, by item. A number field hands over a number, or an empty text. */
export type Typed = Record<string, string | number>
export const isBlank = (typed: string | number): boolean => String(typed).trim() === ''
/** Sum of points given on a form, blank ones left out. */
export const sumOf = (given: Typed): number =>
  Object.values(given).reduce<number>((sum, each) => sum + (isBlank(each) ? 0 : Number(each)), 0)
export const countOf = (given: Typed): number => Object.values(given).filter((each) => !isBlank(each)).length
