import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';

import { commonWords } from '../words/common.ts';
import { Notice } from './notice.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** A page that cannot be drawn says so in its place; the rail stays, and what was saved is saved. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) {
      return this.props.children;
    }
    return (
      <div style={{ padding: 24 }}>
        <Notice title={commonWords.broken.title}>
          <p>{commonWords.broken.text}</p>
          <Button variant="default" onClick={() => this.setState({ failed: false })}>
            {commonWords.tryAgain}
          </Button>
        </Notice>
      </div>
    );
  }
}
