import type { PolicyValue } from '@/api'
import { i18n, locale } from '@/i18n'

export const titleOf = (row: PolicyValue): string => (locale() === 'en' ? row.title_en : row.title_zh)

/** A unit as people say it; one without a word of its own stays as the pack writes it. */
export function unitOf(row: PolicyValue): string {
  const key = `policy.unit.${row.unit}`
  if (row.unit === 'text') return ''
  return i18n.global.te(key) ? i18n.global.t(key) : row.unit
}
