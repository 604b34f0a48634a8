import { importScenes } from '@/tests/support/scenes/importScenes'
import { proveActions } from '@/tests/support/scenes/prove'
import { makeStage } from '@/tests/support/scenes/stage'

proveActions(importScenes, makeStage)
