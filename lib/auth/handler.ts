import 'server-only';
import NextAuth from 'next-auth';
import { authOptions } from './options.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes: single sign-on, and signing in from programs that speak its protocol. */
export async function authHandler(request: Request, context: Context): Promise<Response> {
  const response: Response = await NextAuth(authOptions())(request, context);
  return response;
}
