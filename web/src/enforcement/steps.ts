import type { CaseStep } from '@/api'

/** Which fields a legal step asks for beside its words. */
export function stepFields(step: CaseStep | null) {
  return {
    evidence: step === 'evidence_taken',
    amount: step === 'noticed' || step === 'decided' || step === 'paid',
    day: step === 'hearing_notified' || step === 'instalments',
    waived: step === 'stated',
    onSpot: step === 'paid',
  }
}
