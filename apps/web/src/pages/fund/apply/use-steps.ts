import { useNavigate } from '@tanstack/react-router';
import { useLoanForm } from './frame';
import { sectionsOf } from './sections';

/** Leads from part to part of the application, whether it is new or being completed. */
export function useLoanSteps() {
  const { completing } = useLoanForm();
  const navigate = useNavigate();
  const sections = sectionsOf(completing !== undefined);
  const go = (slug: string): Promise<void> =>
    completing === undefined
      ? navigate({ to: '/vay-von/khai/$section', params: { section: slug } })
      : navigate({ to: '/vay-von/$id/bo-sung/$section', params: { id: completing.id, section: slug } });
  return { sections, go };
}
