import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, ask, asProblem, onAnswer, type Me, type Permission } from '@/api'

const REMEMBERED = 'anlan.permissions'

/** Who sits at this screen. The server decides what they may do; pages only hide what would be refused. */
export const useSession = defineStore('session', () => {
  const me = ref<Me | null>(null)
  const asked = ref(false)
  const remembered = ref<string[]>(JSON.parse(localStorage.getItem(REMEMBERED) ?? '[]'))
  let running: Promise<void> | null = null
  const signedIn = computed(() => me.value !== null)

  /** Asked for from several sides at once, it is asked once. */
  function load(): Promise<void> {
    running ??= read().finally(() => (running = null))
    return running
  }

  async function read(): Promise<void> {
    try {
      enter(await ask(api.GET('/api/v1/me')))
    } catch (thrown) {
      me.value = null
      asked.value = !asProblem(thrown).offline
    }
  }

  async function signIn(login: string, password: string, totp?: string): Promise<void> {
    const session = await ask(api.POST('/api/v1/sessions', { body: { login, password, ...(totp ? { totp } : {}) } }))
    enter(session.me)
  }

  function enter(whom: Me): void {
    me.value = whom
    asked.value = true
    remembered.value = whom.permissions
    localStorage.setItem(REMEMBERED, JSON.stringify(whom.permissions))
  }

  /** What the phone kept of it elsewhere: a browser that was killed may have lost what it remembered here. */
  function recall(known: string[]): void {
    if (!me.value && !remembered.value.length) remembered.value = known
  }

  async function signOut(): Promise<void> {
    await ask(api.DELETE('/api/v1/sessions/current')).catch(() => undefined)
    me.value = null
    remembered.value = []
    localStorage.removeItem(REMEMBERED)
  }

  /** Without signal what this phone's person could do last stands. */
  function may(permission: Permission): boolean {
    return (me.value?.permissions ?? remembered.value).includes(permission)
  }

  onAnswer((response) => {
    if (response.status === 401 && !response.url.endsWith('/sessions')) me.value = null
  })

  return { me, asked, signedIn, load, signIn, recall, signOut, may }
})
