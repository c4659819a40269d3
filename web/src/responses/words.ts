import { i18n } from '@/i18n'

/** 720 → "12 分钟"; 45 → "45 秒"; nothing → "—". */
export function spanWords(seconds: number | null): string {
  if (seconds === null) return '—'
  const { t } = i18n.global
  if (seconds < 60) return t('common.time.seconds', { n: Math.round(seconds) })
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return t('common.time.minutes', { n: minutes })
  return t('common.time.hoursMinutes', { h: Math.floor(minutes / 60), m: minutes % 60 })
}
