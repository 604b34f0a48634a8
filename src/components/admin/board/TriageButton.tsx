'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ActionTarget, OfferedAction } from '../actions/types'
import { useActionCall } from '../actions/useActionCall'
import { Dialog } from '../ui/Dialog'
import { TriageForm } from './TriageForm'

type Props = {
  action: OfferedAction
  target: ActionTarget
  name: string
  answers: Record<string, string>
  isPrimary: boolean
}

/** Opens the triage questions; what was answered before is there again. */
export const TriageButton = ({ action, target, name, answers, isPrimary }: Props) => {
  const [isOpen, setOpen] = useState(false)
  const router = useRouter()
  const call = useActionCall({ target, name: action.name })
  const done = (): void => {
    setOpen(false)
    toast.success(`Triage of ${name} is saved.`)
    router.refresh()
  }
  return (
    <>
      <button
        className={`ops-button${isPrimary ? ' ops-button--primary' : ''}`}
        onClick={() => {
          call.reset()
          setOpen(true)
        }}
        type="button"
      >
        {Object.keys(answers).length ? 'Triage again' : 'Triage'}
      </button>
      {isOpen ? (
        <Dialog
          isWide
          lead="Ask in this order, in these words. What could not be asked has its own answer."
          onClose={() => setOpen(false)}
          title={`Triage ${name}`}
        >
          <TriageForm
            action={action}
            answers={answers}
            call={call}
            onClose={() => setOpen(false)}
            onDone={done}
          />
        </Dialog>
      ) : null}
    </>
  )
}
