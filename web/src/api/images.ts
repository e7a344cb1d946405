import { Problem, problemBody, request, unreachable } from "./http";
import type { Image, ImageJob, ImageSettings, Page } from "./types";

/** What is left out is the model's own choice; without a seed the server draws one. */
export type NewImageJob = { id: string; count: number } & Pick<
  ImageSettings,
  "prompt" | "negative_prompt"
> &
  Partial<ImageSettings & { model: string }>;

export interface ImageQuery {
  q: string;
  model: string | null;
  favourite: boolean;
}

const UPLOAD_TIMEOUT_MS = 120_000;

/** A picture to begin with. The gallery does not list it. */
export async function uploadImage(file: Blob): Promise<Image> {
  try {
    const response = await fetch("/api/image-uploads", {
      method: "POST",
      headers: { "content-type": file.type },
      body: file,
      signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
    });
    if (!response.ok) throw new Problem(response.status, await problemBody(response));
    return (await response.json()) as Image;
  } catch (error) {
    throw error instanceof Problem ? error : unreachable(error);
  }
}

export function postJob(job: NewImageJob): Promise<ImageJob> {
  return request("POST", "/api/image-jobs", job);
}

export function listJobs(limit: number): Promise<Page<ImageJob>> {
  return request("GET", `/api/image-jobs?limit=${limit}`);
}

export function getJob(id: string): Promise<ImageJob> {
  return request("GET", `/api/image-jobs/${id}`);
}

export function listImages(
  query: ImageQuery,
  limit: number,
  cursor: string | null = null,
): Promise<Page<Image>> {
  const params = new URLSearchParams({ limit: String(limit) });
  if (cursor) params.set("cursor", cursor);
  if (query.q.trim()) params.set("q", query.q.trim());
  if (query.model) params.set("model", query.model);
  if (query.favourite) params.set("favourite", "true");
  return request("GET", `/api/images?${params}`);
}

export function getImage(id: string): Promise<Image> {
  return request("GET", `/api/images/${encodeURIComponent(id)}`);
}

export function favourImage(id: string, favourite: boolean): Promise<Image> {
  return request("PATCH", `/api/images/${id}`, { favourite });
}

export function deleteImage(id: string): Promise<void> {
  return request("DELETE", `/api/images/${id}`);
}

export const thumbnailUrl = (id: string) => `/api/images/${id}/thumbnail`;
export const fileUrl = (id: string) => `/api/images/${id}/file`;
export const downloadUrl = (id: string) => `/api/images/${id}/file?download=true`;
