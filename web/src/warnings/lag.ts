import type { Warning } from '@/api'
import { i18n } from '@/i18n'

/** A length of time in words: 42 s, 12 min, 2 h 5 min. */
export function inWords(seconds: number): string {
  const { t } = i18n.global
  if (seconds < 60) return t('common.time.seconds', { n: seconds })
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return t('common.time.minutes', { n: minutes })
  return t('common.time.hoursMinutes', { h: Math.floor(minutes / 60), m: minutes % 60 })
}

/** From the sending of a warning to the first response it called for; empty when there is none or it ran already. */
export function lag(warning: Warning): string {
  if (!warning.first_response_at) return ''
  const seconds = Math.round((Date.parse(warning.first_response_at) - Date.parse(warning.sent)) / 1000)
  return seconds >= 0 ? inWords(seconds) : ''
}
