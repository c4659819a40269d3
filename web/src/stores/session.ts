import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, ask, asProblem, onAnswer, type Me, type Permission } from '@/api'

/** Who sits at this screen. The server decides what they may do; pages only hide what would be refused. */
export const useSession = defineStore('session', () => {
  const me = ref<Me | null>(null)
  const asked = ref(false)
  const signedIn = computed(() => me.value !== null)

  async function load(): Promise<void> {
    try {
      me.value = await ask(api.GET('/api/v1/me'))
      asked.value = true
    } catch (thrown) {
      me.value = null
      asked.value = !asProblem(thrown).offline
    }
  }

  async function signIn(login: string, password: string, totp?: string): Promise<void> {
    const session = await ask(api.POST('/api/v1/sessions', { body: { login, password, ...(totp ? { totp } : {}) } }))
    me.value = session.me
    asked.value = true
  }

  async function signOut(): Promise<void> {
    await ask(api.DELETE('/api/v1/sessions/current')).catch(() => undefined)
    me.value = null
  }

  function may(permission: Permission): boolean {
    return me.value?.permissions.includes(permission) ?? false
  }

  onAnswer((response) => {
    if (response.status === 401 && !response.url.endsWith('/sessions')) me.value = null
  })

  return { me, asked, signedIn, load, signIn, signOut, may }
})
