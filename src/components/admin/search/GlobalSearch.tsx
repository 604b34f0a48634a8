'use client'
import { useAuth } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { Icon } from '../ui/Icon'
import { SearchDialog } from './SearchDialog'

// How this browser's person likes their keys; nothing about anybody.
const slashKey = 'ops-search-slash'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

const isWanted = (event: KeyboardEvent, isSlashOn: boolean): boolean => {
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) return true
  return isSlashOn && event.key === '/' && !isTyping(event.target)
}

/** The search of the whole office: a button in the header, Ctrl-K from anywhere. */
export const GlobalSearch = () => {
  const { user } = useAuth()
  const [isOpen, setOpen] = useState(false)
  const [isSlashOn, setSlashOn] = useState(true)
  useEffect(() => setSlashOn(window.localStorage.getItem(slashKey) !== 'off'), [])
  useEffect(() => {
    const open = (event: KeyboardEvent): void => {
      // Another dialog asks something first.
      if (!isWanted(event, isSlashOn) || document.querySelector('dialog[open]')) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', open)
    return () => document.removeEventListener('keydown', open)
  }, [isSlashOn])
  if (!user) return null
  return (
    <div className="ops-root ops-search">
      <button
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        className="ops-button ops-search__open"
        onClick={() => setOpen(true)}
        type="button"
      >
        <Icon name="search" /> <span className="ops-search__word">Search</span> <kbd>Ctrl K</kbd>
      </button>
      {isOpen ? (
        <SearchDialog
          isSlashOn={isSlashOn}
          onClose={() => setOpen(false)}
          onSlash={(isOn) => {
            setSlashOn(isOn)
            window.localStorage.setItem(slashKey, isOn ? 'on' : 'off')
          }}
        />
      ) : null}
    </div>
  )
}
