'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { onToasterWanted } from './toaster-call.ts';

const ToasterPlace = dynamic(() => import('./toaster-place.tsx').then((module) => module.ToasterPlace), {
  ssr: false,
});

/** The place of toasts, loaded with the first one. One per document. */
export function Toaster() {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => onToasterWanted(() => setWanted(true)), []);
  return isWanted && <ToasterPlace />;
}
