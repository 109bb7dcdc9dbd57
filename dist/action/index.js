#!/usr/bin/env node
import { action } from '../main/index.js';

await action();
