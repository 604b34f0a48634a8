'use client'
import { useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { focusOrLast } from '../../focus/lastFocus'
import { Icon } from './Icon'

type Props = {
  title: string
  lead?: string
  onClose: () => void
  isWide?: boolean
  /** Covers the page and stays until its question is answered. */
  isLock?: boolean
  children: React.ReactNode
}

/**
 * A native modal dialog: the browser keeps the focus inside, Esc closes, and the focus goes back to
 * the button it came from. Mount it to open it. It stands at the end of the page: a form inside another one, as
 * on the pages of records, is sent by the browser past its own handler.
 */
export const Dialog = ({ title, lead, onClose, isWide, isLock, children }: Props) => {
  const box = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const opener = focusOrLast()
    const dialog = box.current
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  if (typeof document === 'undefined') return null
  return createPortal(
    <dialog
      aria-labelledby={titleId}
      className={`ops-root ops-dialog${isWide ? ' ops-dialog--wide' : ''}${isLock ? ' ops-dialog--lock' : ''}`}
      onCancel={(event) => {
        event.preventDefault()
        if (!isLock) onClose()
      }}
      onClose={() => {
        // Browsers let a second Esc through.
        if (isLock && box.current?.isConnected) box.current.showModal()
      }}
      // React would pass it on to the form around the place where it was mounted.
      onSubmit={(event) => event.stopPropagation()}
      ref={box}
    >
      <div className="ops-dialog__head">
        <h2 id={titleId}>{title}</h2>
        {isLock ? null : (
          <button aria-label="Close" className="ops-icon-button" onClick={onClose} type="button">
            <Icon name="close" size={20} />
          </button>
        )}
      </div>
      {lead ? <p className="ops-muted">{lead}</p> : null}
      {children}
    </dialog>,
    document.body,
  )
}
