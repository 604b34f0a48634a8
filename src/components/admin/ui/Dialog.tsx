'use client'
import { useEffect, useId, useRef } from 'react'
import { Icon } from './Icon'

type Props = {
  title: string
  lead?: string
  onClose: () => void
  isWide?: boolean
  children: React.ReactNode
}

/**
 * A native modal dialog: the browser keeps the focus inside, Esc closes, and the focus goes back to
 * the button it came from. Mount it to open it.
 */
export const Dialog = ({ title, lead, onClose, isWide, children }: Props) => {
  const box = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const opener = document.activeElement
    const dialog = box.current
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return (
    <dialog
      aria-labelledby={titleId}
      className={`ops-dialog${isWide ? ' ops-dialog--wide' : ''}`}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      ref={box}
    >
      <div className="ops-dialog__head">
        <h2 id={titleId}>{title}</h2>
        <button aria-label="Close" className="ops-icon-button" onClick={onClose} type="button">
          <Icon name="close" size={20} />
        </button>
      </div>
      {lead ? <p className="ops-muted">{lead}</p> : null}
      {children}
    </dialog>
  )
}
