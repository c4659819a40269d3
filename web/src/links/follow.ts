import { onScopeDispose } from 'vue'
import { useNotices } from '@/live'
import { useLink } from '@/stores/link'

const EVERY_MS = 30_000

/** Keeps the links known to a frame fresh. Not worth a fault on the page: the next notice or the banner tells. */
export function followLinks(): void {
  const link = useLink()
  const read = () => void link.load().catch(() => undefined)
  read()
  const timer = window.setInterval(read, EVERY_MS)
  onScopeDispose(() => window.clearInterval(timer))
  useNotices((notice) => {
    if (notice.kind === 'reconnected' || notice.kind.startsWith('link.')) read()
  })
}
