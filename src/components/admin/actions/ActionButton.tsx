'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { type ComponentProps, useState } from 'react'
import { PostingProgress } from '../remittances/PostingProgress'
import { Icon, type IconName } from '../ui/Icon'
import { ActionDialog } from './ActionDialog'
import type { ActionTarget, FieldValues, OfferedAction } from './types'
import { type ActionOutcome, useActionCall } from './useActionCall'

type Props = {
  action: OfferedAction
  target: ActionTarget
  label?: string
  /** Names the row for those who hear the button out of its place. */
  about?: string
  preset?: FieldValues
  initial?: FieldValues
  isPrimary?: boolean
  icon?: IconName
  /** Where to go afterwards; `{id}` becomes the record's id. The page is read again when absent. */
  goTo?: string
  /** Stands under a question; see ActionDialog. */
  help?: ComponentProps<typeof ActionDialog>['help']
  onDone?: () => void
  /** Runs first; nothing else happens when it answers false. */
  before?: () => Promise<boolean>
}

const asksNothing = (action: OfferedAction, preset: FieldValues = {}): boolean =>
  !action.confirm && !action.stepUp && action.fields.every(({ name }) => preset[name] !== undefined)

/** The one action that takes a minute: a payer's file of a thousand claims. */
const isPosting = ({ slug, id }: ActionTarget, { name }: OfferedAction): boolean =>
  slug === 'remittances' && name === 'post' && Boolean(id)

/** One action as a button. Asks what has to be asked; where nothing has, one press is enough. */
export const ActionButton = (props: Props) => {
  const { action, target, label, about, preset, initial, isPrimary, icon, goTo, help } = props
  const { onDone, before } = props
  const [isOpen, setOpen] = useState(false)
  const router = useRouter()
  const call = useActionCall({ target, name: action.name })
  const done = ({ id, advice }: ActionOutcome): void => {
    setOpen(false)
    toast.success(
      advice.length ? `${action.label}: done. ${advice.join(' ')}` : `${action.label}: done.`,
    )
    onDone?.()
    if (goTo) router.push(goTo.replace('{id}', id))
    router.refresh()
  }
  const press = async (): Promise<void> => {
    call.reset()
    if (before && !(await before())) return
    if (!asksNothing(action, preset)) return setOpen(true)
    const outcome = await call.send({ values: preset ?? {}, reasons: {} })
    if (outcome) return done(outcome)
    // The dialog shows why it was refused and the way out.
    setOpen(true)
  }
  const tone = isPrimary ? ' ops-button--primary' : ''
  return (
    <>
      <button className={`ops-button${tone}`} disabled={call.isBusy} onClick={press} type="button">
        {icon ? <Icon name={icon} /> : null}
        {call.isBusy ? 'Working…' : (label ?? action.label)}
        {about ? <span className="ops-sr"> {about}</span> : null}
      </button>
      {isOpen ? (
        <ActionDialog
          action={action}
          call={call}
          help={help}
          initial={initial}
          onClose={() => setOpen(false)}
          onDone={done}
          preset={preset}
        >
          {call.isBusy && isPosting(target, action) ? (
            <PostingProgress id={target.id ?? ''} />
          ) : null}
        </ActionDialog>
      ) : null}
    </>
  )
}
