import { Link } from '@tanstack/react-router';
import { say } from '../../shared/language';
import { useMay } from '../../shared/session';

/** What a head of office orders for the office as a whole. */
export function OfficeOrders() {
  const may = useMay();
  if (!may('substitutions.manage') && !may('deadlines.suspend')) return null;
  return (
    <section aria-labelledby="orders">
      <h2 id="orders">{say('Điều hành', 'Orders of the office')}</h2>
      <ul>
        {may('substitutions.manage') && (
          <li>
            <Link to="/work/substitutions">{say('Thay thế người vắng mặt', 'Stand in for somebody away')}</Link>
          </li>
        )}
        {may('deadlines.suspend') && (
          <li>
            <Link to="/work/suspensions">
              {say('Tạm dừng tính thời hạn do thiên tai', 'Suspend limits after a disaster')}
            </Link>
          </li>
        )}
      </ul>
    </section>
  );
}
