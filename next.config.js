/** @type {import('next').NextConfig} */
const nextConfig = {
  typedRoutes: true,
  reactCompiler: true,
  poweredByHeader: false,
  // `npm run typecheck` checks all types; a second time in the build would only make the first start slower.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'pino'],
};
export default nextConfig;
