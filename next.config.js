/** @type {import('next').NextConfig} */
const nextConfig = {
  typedRoutes: true,
  reactCompiler: true,
  poweredByHeader: false,
  // `npm run typecheck` checks all types; a second time in the build would only make the first start slower.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: import.meta.dirname,
  // Browsers ask for it where a page has not named its icon yet.
  redirects: async () => [{ source: '/favicon.ico', destination: '/icon.svg', permanent: true }],
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'pino'],
};
export default nextConfig;
