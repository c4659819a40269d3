import type { Have, ReadinessItem, Station } from '@/api'
import { locale } from '@/i18n'

export const titleOf = (of: Have | ReadinessItem): string => (locale() === 'en' ? of.title_en : of.title_zh)
export const foundIn = (item: ReadinessItem): string => (locale() === 'en' ? item.en : item.zh)
export const fixOf = (item: ReadinessItem): string => (locale() === 'en' ? item.fix_en : item.fix_zh)
/** "12", "8.5": no digits that say nothing. */
export const points = (n: number): string => String(Math.round(n * 100) / 100)
/** "+1.5", "−0.3", "0". */
export const change = (n: number): string => (n > 0 ? `+${points(n)}` : n < 0 ? `−${points(-n)}` : '0')
/** The station that has most to do stands first. */
export const worstFirst = (all: Station[]): Station[] =>
  [...all].sort((one, other) => other.gates.length - one.gates.length || share(one) - share(other))

const share = (of: Station): number => (of.out_of ? of.points / of.out_of : 0)
export const missing = (item: ReadinessItem): boolean => item.standing === 'missing' || item.standing === 'partly'
