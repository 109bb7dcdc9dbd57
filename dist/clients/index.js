#!/usr/bin/env node
import { clients } from '../main/index.js';

await clients();
